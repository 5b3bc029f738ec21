// How Teams looks, as far as a host configuration can say it. Colours are Fluent's tokens of the Teams themes.
const colours = {
  light: {
    text: '#242424', subtle: '#616161', accent: '#5B5FC7', good: '#0E700E', warning: '#BC4B09', attention: '#B10E1C',
    card: '#FFFFFF', emphasis: '#F5F5F5', accentFill: '#E8EBFA', goodFill: '#F1FAF1', warningFill: '#FFF9F5', attentionFill: '#FDF3F4', line: '#E0E0E0',
  },
  dark: {
    text: '#FFFFFF', subtle: '#ADADAD', accent: '#7F85F5', good: '#54B054', warning: '#FAA06B', attention: '#DC626D',
    card: '#292929', emphasis: '#1F1F1F', accentFill: '#2F2F4A', goodFill: '#052505', warningFill: '#4A1E04', attentionFill: '#3F1011', line: '#424242',
  },
};

function hostConfig(theme, width) {
  const c = colours[theme];
  const shade = (strong) => ({ default: strong, subtle: strong });
  const foregroundColors = {
    default: { default: c.text, subtle: c.subtle },
    dark: { default: '#242424', subtle: '#616161' },
    light: { default: '#FFFFFF', subtle: '#D6D6D6' },
    accent: shade(c.accent), good: shade(c.good), warning: shade(c.warning), attention: shade(c.attention),
  };
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors });
  return {
    hostWidth: width,
    supportsInteractivity: true,
    fontFamily: '"Segoe UI", "Open Sans", "Liberation Sans", Arial, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: c.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: style(c.card), emphasis: style(c.emphasis), accent: style(c.accentFill),
      good: style(c.goodFill), warning: style(c.warningFill), attention: style(c.attentionFill),
    },
    factSet: { title: { weight: 'bolder', maxWidth: 150 }, value: { color: 'default' }, spacing: 16 },
    inputs: {
      label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' }, optionalInputs: { weight: 'bolder' } },
      errorMessage: { weight: 'default', spacing: 'small' },
    },
    actions: {
      // Teams on a phone stacks the buttons.
      maxActions: 6, spacing: 'default', buttonSpacing: 8, actionsOrientation: width <= 400 ? 'vertical' : 'horizontal',
      actionAlignment: width <= 400 ? 'stretch' : 'left', showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    },
    media: { allowInlinePlayback: false },
  };
}
