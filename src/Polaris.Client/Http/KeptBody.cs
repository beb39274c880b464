using System.Net.Http.Headers;
using System.Text;

namespace Polaris.Client.Http;

/// <summary>The body of an error answer after it was read once.</summary>
internal sealed class KeptBody : ByteArrayContent
{
    public KeptBody(string text, string? mediaType)
        : base(Encoding.UTF8.GetBytes(text))
    {
        Text = text;
        Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType) { CharSet = "utf-8" };
    }

    public string Text { get; }
}
