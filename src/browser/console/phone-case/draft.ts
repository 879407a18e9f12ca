import {
  type CallerCheck,
  type CategoryKey,
  type CategoryView,
  checkForm,
  type FormFieldView,
  type FormValues,
  type FoundCustomerView,
  shownFields,
  type ValueProblem,
} from '../../../contract/index.js';

/** What has been put in so far. */
export interface PhoneDraft {
  customer?: FoundCustomerView;
  isNew: boolean;
  name: string;
  phone: string;
  siteId?: string;
  check?: CallerCheck;
  checkNote: string;
  category?: CategoryKey;
  subCategory?: string;
  form: FormValues;
  message: string;
}

export const EMPTY: PhoneDraft = { isNew: false, name: '', phone: '', checkNote: '', form: {}, message: '' };

type Fault = 'needCustomer' | 'needName' | 'needCheck' | 'needCategory' | 'needMessage';

/** What is missing, by the field where it is said. */
export function faultsOf(
  draft: PhoneDraft,
): Partial<Record<'customer' | 'name' | 'check' | 'category' | 'message', Fault>> {
  return {
    ...(!draft.customer && !draft.isNew && { customer: 'needCustomer' as const }),
    ...(draft.isNew && draft.name.trim() === '' && { name: 'needName' as const }),
    ...(!draft.check && { check: 'needCheck' as const }),
    ...(!draft.category && { category: 'needCategory' as const }),
    ...(draft.message.trim() === '' && { message: 'needMessage' as const }),
  };
}

/** The fields that are asked now, what they hold, and what is wrong with that. */
export function formOf(
  draft: PhoneDraft,
  categories: readonly CategoryView[],
): { shown: FormFieldView[]; values: FormValues; problems: ValueProblem[] } {
  const category = categories.find(({ key }) => key === draft.category);
  const form = category?.subCategories.find(({ key }) => key === draft.subCategory)?.form ?? [];
  const shown = shownFields(form, draft.form);
  const { values, problems } = checkForm(form, draft.form);
  return { shown, values, problems };
}

/** As it is sent. @param requestId of this dialog; @param siteId where somebody new is entered */
export function bodyOf(draft: PhoneDraft, requestId: string, siteId: string, form: FormValues) {
  const { customer, name, phone, check, checkNote, category, subCategory, message } = draft;
  return {
    requestId,
    ...(customer
      ? { customerId: customer.customerId }
      : { newCustomer: { siteId, name: name.trim(), ...(phone.trim() && { phone: phone.trim() }) } }),
    check: check ?? 'not_checked',
    ...(checkNote.trim() && { checkNote: checkNote.trim() }),
    category: category as CategoryKey,
    ...(subCategory && { subCategory, form }),
    message: message.trim(),
  };
}
