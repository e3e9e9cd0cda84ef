namespace :rooms do
  desc 'Opens rooms'
  task :open, [:mode] => :environment do |_task, args| # expect: TaskHasADryRun
    rooms = Room.where(open: nil)
    puts rooms.count
    rooms.update_all(open: true) unless args[:mode] == 'dry_run'
  end
end
