desc 'Shows what is not reconciled'
task 'ledger:reconcile' => :environment do # expect: TaskNameIsUnique
  puts LedgerEntry.unreconciled.pluck(:id).inspect
end
