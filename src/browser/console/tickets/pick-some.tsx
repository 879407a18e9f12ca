import { Select } from 'antd';

export interface Option {
  value: string;
  label: string;
}

/** Some of several values, in little room: what is chosen stands in the field, the rest as a number. */
export function PickSome({
  label,
  options,
  value,
  onChange,
  single = false,
}: {
  label: string;
  options: Option[];
  value: string[] | undefined;
  onChange: (value: string[] | undefined) => void;
  single?: boolean;
}) {
  const common = {
    'aria-label': label,
    placeholder: label,
    options,
    showSearch: { optionFilterProp: 'label' },
    popupMatchSelectWidth: false,
    className: value?.length ? 'tickets-pick tickets-pick-set' : 'tickets-pick',
  } as const;
  if (single)
    return <Select {...common} prefix={label} value={value?.[0]} onChange={(one: string) => onChange([one])} />;
  return (
    <Select
      {...common}
      mode="multiple"
      value={value ?? []}
      allowClear
      maxTagCount={1}
      maxTagTextLength={8}
      maxTagPlaceholder={(rest) => `+${rest.length}`}
      onChange={(some: string[]) => onChange(some.length > 0 ? some : undefined)}
    />
  );
}
