namespace :offices do
  desc 'Opens offices with desks'
  task :open_staffed, [:dry_run] => :environment do |_task, args| # expect: TaskHasADryRun
    args.with_defaults(dry_run: 'false')
    dry_run = args[:dry_run] == 'true'
    Office.transaction do
      Office.where(open: nil).find_each { |office| office.update!(open: true) unless dry_run }
    end
  end
end
