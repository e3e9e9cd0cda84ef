namespace :exports do
  desc 'Copies an export'
  task :copy, [:name] => :environment do |_task, args|
    system("cp /tmp/#{args[:name]} /srv/exports") # expect: NoInterpolatedShellOrSql
    puts `ls -l /srv/exports/#{args[:name]}` # expect: NoInterpolatedShellOrSql
  end
end
