namespace :locations do
  desc 'Archives locations'
  task :archive, %i[apply] => :environment do |_task, args|
    unless args[:apply] == 'apply'
      puts "#{Location.where(archived: nil).count} locations would be archived"
      next
    end
    Location.where(archived: nil).update_all(archived: true)
  end
end
