namespace :claims do; end
