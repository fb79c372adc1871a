import type { Locale, Saying } from '../../core/rule.ts';

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

export function isShell(word: string | undefined): word is Shell {
  return SHELLS.some((shell) => shell === word);
}

/**
 * The script by which a shell asks `chidao complete` what may stand at the cursor. It knows no command or option itself
 * and so does not go out of date; where the answer is empty, the shell offers files.
 */
export function completionScript(shell: Shell, locale: Locale): string {
  const { install, script } = SCRIPTS[shell];
  return `${install[locale]
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n')}\n${script}`;
}

const SCRIPTS: Readonly<Record<Shell, { readonly install: Saying; readonly script: string }>> = {
  bash: {
    install: {
      vi: 'Thêm vào cuối ~/.bashrc:\n  eval "$(chidao completion bash)"',
      en: 'Add to the end of ~/.bashrc:\n  eval "$(chidao completion bash)"',
    },
    script: `_chidao() {
  local word
  COMPREPLY=()
  while IFS=$'\\t' read -r word _; do
    COMPREPLY+=("$word")
  done < <("$1" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _chidao chidao
`,
  },
  zsh: {
    install: {
      vi: 'Thêm vào cuối ~/.zshrc (sau compinit):\n  eval "$(chidao completion zsh)"',
      en: 'Add to the end of ~/.zshrc (after compinit):\n  eval "$(chidao completion zsh)"',
    },
    script: `_chidao() {
  local -a found
  local word about
  while IFS=$'\\t' read -r word about; do
    found+=("\${word//:/\\\\:}:$about")
  done < <("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then
    _describe -V chidao found
  else
    _files
  fi
}
compdef _chidao chidao
`,
  },
  fish: {
    install: {
      vi: 'Ghi vào ~/.config/fish/completions/chidao.fish:\n  chidao completion fish > ~/.config/fish/completions/chidao.fish',
      en: 'Write it to ~/.config/fish/completions/chidao.fish:\n  chidao completion fish > ~/.config/fish/completions/chidao.fish',
    },
    script: `function __chidao_complete
  set -l words (commandline -opc)
  set -l begun (commandline -ct)
  set -e words[1]
  set -l found (chidao complete -- $words "$begun" 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path "$begun"
  end
end
complete -c chidao -f -k -a '(__chidao_complete)'
`,
  },
  powershell: {
    install: {
      vi: 'Thêm vào tệp $PROFILE:\n  chidao completion powershell | Out-String | Invoke-Expression',
      en: 'Add to the file $PROFILE:\n  chidao completion powershell | Out-String | Invoke-Expression',
    },
    // Windows PowerShell 5.1 drops an empty word: the blank behind the begun one keeps it. It also reads what programs
    // write in the code page of the console.
    script: `Register-ArgumentCompleter -Native -CommandName chidao -ScriptBlock {
  param($begun, $line, $cursor)
  $words = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
  $encoding = [Console]::OutputEncoding
  [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
  try {
    chidao complete '--' @words "$begun " 2>$null | ForEach-Object {
      $word, $about = $_ -split "\`t", 2
      if (-not $about) { $about = $word }
      [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
    }
  } finally {
    [Console]::OutputEncoding = $encoding
  }
}
`,
  },
};
