namespace Polaris.Client.Testing;

/// <summary>Returns the first half of its bytes, then fails as a broken connection does.</summary>
internal sealed class BrokenStream(byte[] bytes) : Stream
{
    private readonly int _end = bytes.Length / 2;
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == _end)
        {
            throw ConnectionFailure.WhileReading();
        }

        int length = Math.Min(count, _end - _at);
        Array.Copy(bytes, _at, buffer, offset, length);
        _at += length;
        return length;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
