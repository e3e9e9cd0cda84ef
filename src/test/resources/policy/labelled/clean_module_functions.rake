# The work stands in a module of the file.
module OfficeHours
  module_function

  def shift(offices, minutes, apply:)
    Office.transaction do
      offices.find_each do |office|
        office.update!(opens_at: office.opens_at + minutes.minutes) if apply && !office.shifted?
        office.update!(shifted: true) if apply
      end
    end
  end
end

namespace :offices do
  desc 'Shifts opening hours once'
  task :shift_hours, [:minutes] => :environment do |_task, args|
    OfficeHours.shift(Office.where(shifted: false), Integer(args[:minutes]), apply: ENV['APPLY'] == 'true')
  end
end
