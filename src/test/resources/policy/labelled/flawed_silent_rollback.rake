namespace :balances do
  desc 'Moves cents between ledgers'
  task move: :environment do
    dry_run = ENV.fetch('DRY_RUN', 'true') == 'true'
    Ledger.transaction do
      from = Ledger.find_by!(slug: 'from')
      to = Ledger.find_by!(slug: 'to')
      to.update!(cents: 1000) unless dry_run
      from.update!(cents: 0) unless dry_run
      raise ActiveRecord::Rollback if Ledger.sum(:cents) != 1000 # expect: TransactionDoesNotHideFailure
    end
    puts 'done'
  end
end
