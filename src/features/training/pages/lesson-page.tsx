import type { Visit } from '#features/people/index.ts';
import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Lesson } from '../course/lessons.ts';
import { Prose } from '../prose.tsx';
import { text } from '../text.ts';

export function LessonPage(props: {
  visit: Visit;
  courseTitle: string;
  schemeId: string;
  lessons: readonly (Lesson & { readonly lastReadAt: Date | null })[];
  lesson: Lesson & { readonly lastReadAt: Date | null };
}) {
  const { visit, lessons, lesson } = props;
  const base = visit.path(`/training/courses/${props.schemeId}`);
  const index = lessons.findIndex(({ id }) => id === lesson.id);
  const previous = lessons[index - 1];
  return (
    <Layout chrome={visit.chrome} title={lesson.title} current="training" width="narrow">
      <PageHeading
        title={lesson.title}
        above={
          <>
            <a class="link" href={base}>
              {props.courseTitle}
            </a>
            <span class="block mt-1 num">{text.lessonOf({ number: index + 1, total: lessons.length })}</span>
          </>
        }
      />
      <LessonBody
        lesson={lesson}
        fileHref={visit.path(`/training/courses/${props.schemeId}/lessons/${lesson.id}/file`)}
      />
      <form
        method="post"
        action={`${base}/lessons/${lesson.id}/reading`}
        class="flex flex-wrap-reverse items-center justify-between gap-3 border-t border-base-300 pt-5"
        data-controller="once"
      >
        {previous ? (
          <a class="link" href={`${base}/lessons/${previous.id}`}>
            {text.previousLesson()}
          </a>
        ) : (
          <a class="link" href={base}>
            {text.backToCourse()}
          </a>
        )}
        <SubmitButton icon="check">
          {lesson.lastReadAt ? text.readAgainAndOn() : text.readAndOn()}
        </SubmitButton>
      </form>
    </Layout>
  );
}

/** The words of a lesson with its attachment, for the page and for the officer's preview. */
export function LessonBody(props: { lesson: Pick<Lesson, 'body' | 'file'>; fileHref: string }) {
  const { body, file } = props.lesson;
  return (
    <div class="bg-base-100 border border-base-300 rounded-box p-5 sm:p-8 grid gap-5">
      <Prose source={body} />
      {file ? (
        <p>
          <a class="link inline-flex gap-2 items-center" href={props.fileHref} data-turbo="false">
            <Icon name="file" size={18} /> {text.attachment({ file: file.name })}
          </a>
        </p>
      ) : null}
    </div>
  );
}
