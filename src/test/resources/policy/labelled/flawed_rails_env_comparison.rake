namespace :demo do
  desc 'Runs in production only'
  task only_production: :environment do
    unless Rails.env == 'production' # expect: EnvironmentGuardTellsStagingFromProduction
      puts 'nothing to do'
      next
    end
    puts Office.count
  end
end
