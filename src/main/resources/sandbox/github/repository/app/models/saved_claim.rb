# frozen_string_literal: true

class SavedClaim < ApplicationRecord
  has_many :form_submissions, dependent: :destroy

  validates :form_id, presence: true
end
