namespace :indexes do
  desc 'Rebuilds the search text, three tries for each batch'
  task rebuild_search_text: :environment do
    dry_run = ENV.fetch('DRY_RUN', 'true') != 'false'
    Document.where(search_text: nil).in_batches(of: 100) do |documents|
      attempts = 0
      begin
        Document.transaction do
          documents.each { |document| document.update!(search_text: document.title.downcase) unless dry_run }
        end
      rescue ActiveRecord::Deadlocked
        attempts += 1
        raise if attempts > 3

        sleep attempts
        retry
      end
    end
  end
end
