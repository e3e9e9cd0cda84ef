namespace :demo do
  desc 'Resets demo data anywhere but in production'
  task reset: :environment do # expect: TaskHasADryRun
    abort 'not in production' if Rails.env.production? # expect: EnvironmentGuardTellsStagingFromProduction

    Office.where(demo: true).update_all(state: 'new')
  end
end
