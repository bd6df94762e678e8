import { process } from 'polyref';

/** Prints a contract as PDF, has it signed, and locks it away. */
export const contractSigner = process('Contract Signer', {
  reads: ['postgresql.contract_templates', 'postgresql.users'],
  writes: ['postgresql.contracts', 's3.contracts'],
  because: 'The key goes straight into `postgresql.contracts.pdf_s3_key`, in the transaction that marks the contract as signed. The object is there by then.',
  code: 'services/contracts/src/contract-signer.ts',
  owner: 'legal-ops',
});
