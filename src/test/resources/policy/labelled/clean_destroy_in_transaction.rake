namespace :drafts do
  desc 'Removes drafts that are older than a year'
  task remove_old: :environment do
    wet_run = ENV['WET_RUN'] == 'true'
    Draft.where(updated_at: ..1.year.ago).in_batches(of: 500) do |drafts|
      Draft.transaction do
        wet_run ? drafts.destroy_all : puts("would remove #{drafts.size}")
      end
    end
  end
end
