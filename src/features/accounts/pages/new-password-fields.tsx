import { type FieldErrors, TextField } from '#ui/form.tsx';
import { text } from '../text.ts';

/** Never filled in again after a refusal: a password does not travel back to the browser. */
export function NewPasswordFields({ errors }: { errors: FieldErrors }) {
  return (
    <>
      <TextField
        name="password"
        type="password"
        label={text.newPassword()}
        hint={text.passwordHint()}
        error={errors.password}
        autocomplete="new-password"
        maxLength={128}
        required
      />
      <TextField
        name="repeat"
        type="password"
        label={text.repeatPassword()}
        error={errors.repeat}
        autocomplete="new-password"
        maxLength={128}
        required
      />
    </>
  );
}
