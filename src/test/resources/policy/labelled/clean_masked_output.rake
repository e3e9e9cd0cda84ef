namespace :members do
  desc 'Shows masked numbers of one office'
  task :masked, [:office_id] => :environment do |_task, args|
    Member.where(office_id: args[:office_id]).find_each do |member|
      puts "#{member.id} #{mask(member.ssn)} #{Digest::SHA256.hexdigest(member.email)}"
    end
  end

  def mask(value)
    "***#{value.to_s[-2..]}"
  end
end
