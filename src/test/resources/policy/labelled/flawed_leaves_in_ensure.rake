namespace :exports do
  desc 'Removes expired exports'
  task remove: :environment do # expect: TaskHasADryRun
    begin
      Export.where(expired: true).delete_all
    ensure # expect: FailureIsNotSwallowed
      puts 'finished'
      exit
    end
  end
end
