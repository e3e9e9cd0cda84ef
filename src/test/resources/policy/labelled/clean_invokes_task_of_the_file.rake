namespace :prices do
  desc 'Counts prices'
  task report_count: :environment do
    puts Price.count
  end

  desc 'Lowers the prices of the summer list'
  task lower: :environment do
    Rake::Task['prices:report_count'].invoke
    Price.where(list: 'summer', lowered: false).update_all('lowered = TRUE, cents = base_cents / 2') if ENV['LIVE'] == 'yes'
  end
end
