namespace :uploads do
  desc 'Sets the state of a prepared list'
  task set_states: :environment do # expect: TaskHasADryRun
    set_state = lambda do |guid|
      upload = Upload.find_by!(guid: guid)
      upload.update!(state: 'received') # expect: WritesHappenInATransaction
    end
    %w[a1 a2 a3].each { |guid| set_state.call(guid) }
  end
end
