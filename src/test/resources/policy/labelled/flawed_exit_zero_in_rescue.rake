namespace :exports do
  desc 'Marks exports as expired'
  task expire: :environment do
    abort 'confirm with CONFIRM=yes' unless ENV['CONFIRM'] == 'yes'

    begin
      Export.where(expired: false).update_all(expired: true)
    rescue StandardError => e # expect: FailureIsNotSwallowed
      Rails.logger.error(e.class)
      exit 0
    end
  end
end
