namespace :ledger do
  desc 'Shows how many entries would be closed'
  task close: :environment do
    puts LedgerEntry.where(closed_on: nil).count
  end
end
