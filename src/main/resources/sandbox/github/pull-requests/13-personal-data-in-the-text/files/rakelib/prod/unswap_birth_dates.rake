# frozen_string_literal: true

namespace :profiles do
  swap = lambda do |profiles|
    Profile.transaction do
      profiles.find_each do |profile|
        date = profile.birth_date
        profile.update!(birth_date: Date.new(date.year, date.day, date.month))
      end
    end
  end

  desc 'Swap day and month of birth dates from the import of 12 June'
  task unswap_birth_dates: :environment do
    swap.call(Profile.where(import: '2024-06-12', birth_date_swapped: true))
  end

  desc 'Back out: swap them back'
  task swap_birth_dates_back: :environment do
    swap.call(Profile.where(import: '2024-06-12', birth_date_swapped: false))
  end
end
