yusuanPut("reviews",{"by":"","reviews":[]})
