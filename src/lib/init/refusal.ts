/** Why nothing can be planned. */
export interface InitRefusal {
  readonly kind: 'refused';
  readonly message: string;
  readonly hint: string;
}
