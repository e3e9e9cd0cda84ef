namespace :uploads do
  desc 'Sets the state of two prepared lists'
  task set_states: :environment do
    dry_run = ENV.fetch('DRY_RUN', 'true') != 'false'
    missing = []
    set_state = lambda do |guid, state|
      upload = Upload.find_by(guid: guid)
      next missing << guid if upload.nil?

      upload.update!(state: state) unless dry_run
    end
    Upload.transaction do
      %w[a1 a2].each { |guid| set_state.call(guid, 'received') }
      %w[b1 b2].each { |guid| set_state.call(guid, 'rejected') }
    end
    abort "not found: #{missing.size}" unless missing.empty?
  end
end
