import { type FieldErrors, TextField } from '#ui/form.tsx';
import { text } from '../text.ts';

/** Where and when a paper is signed, as it is printed above the signatures. */
export function PlaceAndDate(props: {
  readonly place: string;
  readonly typed: { readonly place?: string | undefined; readonly date?: string | undefined };
  readonly errors: FieldErrors;
}) {
  const { place, typed, errors } = props;
  return (
    <>
      <TextField
        name="place"
        label={text.place()}
        hint={text.placeHint({ place })}
        value={typed.place}
        error={errors.place}
        maxLength={80}
      />
      <TextField
        name="date"
        type="date"
        label={text.date()}
        hint={text.dateHint()}
        value={typed.date}
        error={errors.date}
      />
    </>
  );
}
