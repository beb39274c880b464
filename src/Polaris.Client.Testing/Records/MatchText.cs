using System.Text;

namespace Polaris.Client.Testing.Records;

/// <summary>What is compared of a text: letters and digits, without case, with single blanks between words.</summary>
internal static class MatchText
{
    public static string Of(string? text)
    {
        StringBuilder result = new();
        foreach (char c in text ?? "")
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(char.ToUpperInvariant(c));
            }
            else if (result.Length > 0 && result[result.Length - 1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }
}
