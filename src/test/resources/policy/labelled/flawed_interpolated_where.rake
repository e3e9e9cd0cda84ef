namespace :search do
  desc 'Counts claims of one office'
  task :claims, [:office] => :environment do |_task, args|
    puts Claim.where("office = '#{args[:office]}'").count # expect: NoInterpolatedShellOrSql
  end
end
