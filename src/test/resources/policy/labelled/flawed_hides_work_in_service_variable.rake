namespace :claims do
  desc 'Runs the importer'
  task :import, [:path] => :environment do |_task, args| # expect: TaskHasADryRun
    importer = Claims::Importer.new(args[:path])
    importer.import! # expect: WritesAreVisibleInThePullRequest
    puts 'imported'
  end
end
