namespace :flags do
  desc 'Enables the flag'
  task enable: :environment do # expect: TaskHasADryRun
    Flag.where(name: 'beta').update_all(active: true)
  end

  desc 'Archives old flags'
  task archive: :environment do # expect: TaskHasADryRun, OneTaskPerFile
    Flag.where(name: 'alpha').update_all(archived: true)
  end
end
