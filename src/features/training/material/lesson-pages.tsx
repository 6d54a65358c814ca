import type { Visit } from '#features/people/index.ts';
import { UPLOAD_EXTENSIONS } from '#platform/storage/upload.ts';
import { Checkbox, type FieldErrors, FileField, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Lesson } from '../course/lessons.ts';
import { LIMITS } from '../model.ts';
import { LessonBody } from '../pages/lesson-page.tsx';
import { office } from '../text-office.ts';
import { MaterialBadge } from './course-page.tsx';

export interface LessonFormView {
  readonly visit: Visit;
  readonly schemeId: string;
  readonly title: string;
  /** Undefined for a lesson that is being written. */
  readonly lesson: Lesson | undefined;
  readonly id: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** Somebody else saved meanwhile: what was typed stands in the fields, the next saving goes on from theirs. */
  readonly isStale?: boolean;
}

export function LessonFormPage(view: LessonFormView) {
  const { visit, schemeId, lesson, typed, errors } = view;
  const base = visit.path(`/training/material/${schemeId}`);
  const heading = lesson ? office.editLesson() : office.addLesson();
  return (
    <Layout chrome={visit.chrome} title={heading} current="training">
      <PageHeading
        title={heading}
        above={
          <a class="link" href={base}>
            {view.title}
          </a>
        }
        intro={lesson ? <MaterialBadge state={lesson.state} /> : undefined}
      />
      {view.isStale ? <Notice tone="warning">{office.changedElsewhere()}</Notice> : null}
      <form
        method="post"
        action={lesson ? `${base}/lessons/${lesson.id}` : `${base}/lessons`}
        enctype="multipart/form-data"
        class="grid gap-5"
        data-controller="once"
      >
        <input type="hidden" name="id" value={lesson?.id ?? typed.id ?? view.id} />
        <input type="hidden" name="revision" value={lesson?.revision ?? 0} />
        <ProblemSummary errors={errors} />
        <TextField
          name="title"
          label={office.lessonTitle()}
          value={typed.title ?? lesson?.title}
          error={errors.title}
          maxLength={LIMITS.title}
          required
        />
        <TextArea
          name="body"
          label={office.lessonBody()}
          hint={office.proseHint()}
          value={typed.body ?? lesson?.body}
          error={errors.body}
          rows={18}
          maxLength={LIMITS.body}
          required
        />
        <FileField
          name="file"
          label={office.attachment()}
          hint={
            lesson?.file
              ? `${office.attached({ file: lesson.file.name })}. ${office.attachmentHint()}`
              : office.attachmentHint()
          }
          error={errors.file}
          accept={UPLOAD_EXTENSIONS.join(',')}
        />
        {lesson?.file ? <Checkbox name="dropFile" label={office.dropFile()} /> : null}
        <p>
          <SubmitButton icon="check">{office.save()}</SubmitButton>
        </p>
      </form>
      {lesson ? <AsRead base={base} lesson={lesson} /> : null}
    </Layout>
  );
}

/** What is saved as participants read it, and the act that puts it before them or takes it away. */
function AsRead({ base, lesson }: { base: string; lesson: Lesson }) {
  const isPublished = lesson.state === 'published';
  return (
    <Card title={office.preview()} aside={<MaterialBadge state={lesson.state} />}>
      <div class="grid gap-5">
        <p class="text-base-content/75">{office.previewHint()}</p>
        <LessonBody lesson={lesson} fileHref={`${base}/lessons/${lesson.id}/file`} />
        <form
          method="post"
          action={`${base}/lessons/${lesson.id}/${isPublished ? 'withdrawal' : 'publication'}`}
          data-controller="once"
        >
          <SubmitButton look={isPublished ? 'outline' : 'primary'}>
            {isPublished ? office.withdraw() : office.publish()}
          </SubmitButton>
        </form>
      </div>
    </Card>
  );
}
