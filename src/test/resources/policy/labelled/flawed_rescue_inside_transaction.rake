namespace :balances do
  desc 'Recomputes balances'
  task recompute: :environment do
    next puts(Balance.count) unless ENV['APPLY'] == 'true'

    Balance.transaction do
      Balance.where(total: nil).find_each do |balance|
        balance.update!(total: balance.entries.sum(:cents))
      rescue StandardError => e # expect: TransactionDoesNotHideFailure
        Rails.logger.error("balance #{balance.id}: #{e.class}")
      end
    end
  end
end
