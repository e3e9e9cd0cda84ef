namespace :members do
  desc 'Lists addresses to check'
  task list_addresses: :environment do
    Member.where(region: nil).pluck(:id, :email).each do |id, email|
      puts "#{id} #{email}" # expect: NoPersonalDataInOutput
    end
  end
end
