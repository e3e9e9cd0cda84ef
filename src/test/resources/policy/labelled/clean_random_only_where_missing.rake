namespace :tokens do
  desc 'Gives exports without a key a key'
  task fill_keys: :environment do
    dry_run = ENV.fetch('DRY_RUN', 'true') != 'false'
    Export.transaction do
      Export.where(public_key: nil).find_each do |export|
        export.update!(public_key: SecureRandom.uuid) unless dry_run
      end
    end
  end
end
