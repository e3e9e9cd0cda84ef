# Loops over a list that stands in the file, and over ids that somebody gave.
namespace :offices do
  desc 'Opens three offices'
  task :open, [:ids] => :environment do |_task, args|
    dry_run = ENV.fetch('DRY_RUN', 'true') == 'true'
    ids = args[:ids].split('-').map { |id| Integer(id) }
    Office.transaction do
      %w[north south west].each do |slug|
        puts slug
      end
      Office.where(id: ids).each do |office|
        office.update!(open: true) unless dry_run
      end
    end
  end
end
