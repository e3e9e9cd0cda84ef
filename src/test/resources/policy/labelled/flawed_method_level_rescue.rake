namespace :offices do
  def sync_office(office)
    office.update!(synced_on: Date.current) # expect: WritesHappenInATransaction
  rescue StandardError => e # expect: FailureIsNotSwallowed
    Rails.logger.error("office #{office.id} #{e.message}")
    false
  end

  desc 'Marks offices as synced'
  task sync: :environment do # expect: TaskHasADryRun
    Office.find_each { |office| sync_office(office) }
  end
end
