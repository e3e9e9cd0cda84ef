namespace :desks do
  desc 'Retires desks'
  task :retire, [:action] => :environment do |_task, args|
    desks = Desk.where(retired: nil)
    case args[:action]
    when 'commit'
      puts desks.update_all(retired: true)
    else
      puts "#{desks.count} desks would be retired"
    end
  end
end
