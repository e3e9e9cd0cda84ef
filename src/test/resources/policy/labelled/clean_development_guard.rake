namespace :demo do
  desc 'Is not for tests'
  task warm_cache: :environment do
    next puts('nothing to do in tests') if Rails.env.test?

    Office.where(active: true).find_each { |office| Rails.cache.delete("office/#{office.id}") }
    puts 'cache is warm'
  end
end
