# Newer Ruby: pattern matching, endless methods, numbered and anonymous parameters, shorthand hashes.
namespace :syntax do
  def label(code) = "code #{code}"

  def forward(*, **, &) = puts(*, **, &)

  desc 'Uses newer syntax'
  task newer: :environment do
    config = { mode: 'fast', sizes: [1, 2, 3] }
    case config
    in { mode: 'fast', sizes: [first, *] } then puts label(first)
    in { mode: String => mode } then puts mode
    end
    config => { sizes: }
    puts(sizes.map { _1 * 2 }.sum)
    mode = 'fast'
    puts({ mode:, sizes: }.keys.size)
    forward('done')
  end
end
