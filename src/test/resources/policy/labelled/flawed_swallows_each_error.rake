namespace :letters do
  desc 'Regenerates letters'
  task regenerate: :environment do # expect: TaskHasADryRun
    Letter.where(body: nil).find_each do |letter|
      letter.update!(body: letter.template.render) # expect: WritesHappenInATransaction
    rescue => e # expect: FailureIsNotSwallowed
      puts "letter #{letter.id} failed: #{e.class}"
    end
    puts 'Successfully regenerated'
  end
end
