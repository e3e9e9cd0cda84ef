namespace :prices do
  desc 'Copies prices into a backup column, once'
  task backup: :environment do
    commit = ENV['COMMIT'] == '1'
    Price.where(old_cents: nil).in_batches(of: 1_000) do |prices|
      puts prices.count
      Price.transaction { prices.update_all('old_cents = cents') } if commit
    end
  end
end
