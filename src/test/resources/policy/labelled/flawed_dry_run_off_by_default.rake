namespace :offices do
  desc 'Closes offices without desks'
  task close_empty: :environment do # expect: TaskHasADryRun
    dry_run = ENV['DRY_RUN'] == 'true'
    Office.transaction do
      Office.where.missing(:desks).find_each do |office|
        office.update!(open: false) unless dry_run
      end
    end
  end
end
