namespace :members do
  desc 'Shows the newest member'
  task newest: :environment do
    user = User.order(:created_at).last
    p user.attributes # expect: NoPersonalDataInOutput
    $stdout.puts user.inspect # expect: NoPersonalDataInOutput
  end
end
