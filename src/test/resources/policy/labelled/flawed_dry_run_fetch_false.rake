namespace :desks do
  desc 'Removes unused desks'
  task remove: :environment do # expect: TaskHasADryRun
    dry_run = ENV.fetch('DRY_RUN', 'false') == 'true'
    unused = Desk.where(used: false)
    puts unused.count
    unused.delete_all unless dry_run
  end
end
