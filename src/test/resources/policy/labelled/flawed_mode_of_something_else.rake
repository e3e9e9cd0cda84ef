namespace :halls do
  desc 'Paints halls'
  task :paint, [:colour] => :environment do |_task, args| # expect: TaskHasADryRun
    warm = args[:colour] == 'red'
    Hall.where(warm: nil).update_all(warm: warm)
  end
end
