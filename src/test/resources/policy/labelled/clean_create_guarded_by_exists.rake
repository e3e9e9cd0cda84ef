namespace :accounts do
  desc 'Creates the missing account of each organisation'
  task create_missing: :environment do
    commit = ENV['COMMIT'] == 'true'
    Organisation.find_each do |organisation|
      next if Account.exists?(organisation_id: organisation.id)

      Account.transaction do
        account = Account.create!(organisation: organisation) if commit
        organisation.update!(account_id: account.id) if commit
      end
    end
  end
end
