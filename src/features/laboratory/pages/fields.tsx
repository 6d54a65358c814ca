import { type FieldErrors, TextField } from '#ui/form.tsx';
import { boundsOf, type Typed } from '../form.ts';

/** A whole number with the bounds that the form accepts. */
export function NumberField(props: {
  name: string;
  label: string;
  hint?: string;
  hideLabel?: boolean;
  typed: Typed;
  errors: FieldErrors;
}) {
  const { name, typed, errors } = props;
  const { from, to } = boundsOf(name);
  return (
    <TextField
      name={name}
      label={props.label}
      hint={props.hint}
      hideLabel={props.hideLabel ?? false}
      type="number"
      inputMode="numeric"
      min={String(from)}
      max={String(to)}
      required
      value={typed[name]}
      error={errors[name]}
    />
  );
}
