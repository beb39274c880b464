namespace Polaris.Client.Json;

/// <summary>Reads a short string, character by character; every step returns whether the string matched.</summary>
internal ref struct TextScanner(ReadOnlySpan<char> text)
{
    private const int LongestNumber = 18;
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public readonly bool AtEnd => _at == _text.Length;

    public readonly bool IsDigitAt(int index) => index < _text.Length && IsDigit(_text[index]);

    public readonly bool StartsWith(string word) =>
        _text.Slice(_at).StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase);

    public bool Skip(char expected)
    {
        bool found = _at < _text.Length && char.ToUpperInvariant(_text[_at]) == expected;
        _at += found ? 1 : 0;
        return found;
    }

    public bool SkipWord(string word)
    {
        bool found = StartsWith(word);
        _at += found ? word.Length : 0;
        return found;
    }

    public bool SkipBlanks()
    {
        int start = _at;
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }

        return _at > start;
    }

    /// <summary>Exactly this many digits.</summary>
    public bool Digits(int count, out int value)
    {
        value = 0;
        for (int i = 0; i < count; i++, _at++)
        {
            if (!IsDigitAt(_at))
            {
                return false;
            }

            value = (value * 10) + (_text[_at] - '0');
        }

        return true;
    }

    /// <summary>One or two digits.</summary>
    public bool Number(out int value) => Digits(IsDigitAt(_at + 1) ? 2 : 1, out value);

    public bool SignedNumber(out long value)
    {
        bool negative = Skip('-');
        int start = _at;
        for (value = 0; IsDigitAt(_at) && _at - start < LongestNumber; _at++)
        {
            value = (value * 10) + (_text[_at] - '0');
        }

        value = negative ? -value : value;
        return _at > start;
    }

    /// <summary>Nothing, or a dot and digits; those beyond the seventh are dropped, because .NET has no finer time.</summary>
    public bool Fraction(out int ticks)
    {
        ticks = 0;
        if (!Skip('.'))
        {
            return true;
        }

        int unit = (int)TimeSpan.TicksPerSecond;
        for (; IsDigitAt(_at); _at++)
        {
            unit /= 10;
            ticks += (_text[_at] - '0') * unit;
        }

        return unit < TimeSpan.TicksPerSecond;
    }

    /// <summary><c>Z</c>, <c>-05:00</c>, <c>-0500</c> or <c>-05</c>, up to fourteen hours.</summary>
    public bool Offset(out TimeSpan? offset)
    {
        offset = TimeSpan.Zero;
        if (Skip('Z'))
        {
            return true;
        }

        bool negative = Skip('-');
        if (!(negative || Skip('+')) || !Digits(2, out int hours))
        {
            return false;
        }

        int minutes = 0;
        if ((Skip(':') || IsDigitAt(_at)) && !Digits(2, out minutes))
        {
            return false;
        }

        int total = (hours * 60) + minutes;
        offset = TimeSpan.FromMinutes(negative ? -total : total);
        return minutes < 60 && total <= 14 * 60;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
