namespace :demo do
  desc 'Resets the demo offices, never in the production deployment'
  task reset_offices: :environment do
    abort 'Not here.' if Settings.vsp_environment == 'production'
    abort 'Only where Rails runs in production mode.' unless Rails.env.production?

    dry_run = ENV['DRY_RUN'] != 'false'
    Office.transaction do
      Office.where(demo: true).update_all(state: 'new') unless dry_run
      Desk.where(demo: true).update_all(state: 'new') unless dry_run
    end
  end
end
