namespace :locations do
  desc 'Moves cases to another location; pass false as third argument to apply'
  task :move, [:from, :to, :dry_run] => :environment do |_task, args|
    dry_run = args.dry_run&.to_s&.strip&.upcase != 'FALSE'
    moved = Case.where(location: args.from)
    puts "#{moved.count} cases would move" if dry_run
    moved.update_all(location: args.to) unless dry_run
  end
end
